import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can break as networks do. */
export interface FaultyNetwork {
  /** Address of the server by this way. */
  readonly url: string;
  /** From now on nothing that is sent arrives; connections stay open, and new ones are taken. */
  swallow(): void;
  /** What was swallowed stays lost; connections from now on are as they should be. */
  heal(): void;
  /** Nothing listens any more, and every connection is closed. */
  cut(): Promise<void>;
}

export async function faultyNetwork(url: string): Promise<FaultyNetwork> {
  const { hostname, port, protocol } = new URL(url);
  const sockets = new Set<Socket>();
  let isSwallowing = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  };
  const proxy = createServer((client) => {
    keep(client);
    if (isSwallowing) {
      client.resume();
      return;
    }
    const server = connect(Number(port), hostname);
    keep(server);
    client.pipe(server).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    url: `${protocol}//127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    swallow() {
      isSwallowing = true;
      for (const socket of sockets) socket.unpipe().resume();
    },
    heal() {
      isSwallowing = false;
    },
    async cut() {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
