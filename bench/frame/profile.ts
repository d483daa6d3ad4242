import { Session } from 'node:inspector/promises';

const samplingIntervalUs = 500;

/** Runs the work under V8's sampling profiler; what threads of their own do isn't in it. Gives a `.cpuprofile`. */
export async function profile(work: () => Promise<void>): Promise<string> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: samplingIntervalUs });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return JSON.stringify(profile);
  } finally {
    session.disconnect();
  }
}
