import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseInternalSettings;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * A Neo4j Community server for tests: Bolt on a free port of 127.0.0.1, password checked. Its arguments are the folder
 * of its data, megabytes of its page cache, minutes that a transaction may take, and whether it plans a statement once
 * more for lists of another size. Prints its address once it is ready; stops on SIGTERM and once standard input ends, so
 * that it never outlives who started it. The password of the user neo4j is taken from NEO4J_PASSWORD.
 */
class NeoServer {
  public static void main(String[] arguments) throws Exception {
    int port = freePort();
    var address = new SocketAddress("127.0.0.1", port);
    DatabaseManagementService server =
        new DatabaseManagementServiceBuilder(Path.of(arguments[0]))
            .setConfig(BoltConnector.enabled, true)
            .setConfig(BoltConnector.listen_address, address)
            .setConfig(BoltConnector.advertised_address, address)
            .setConfig(HttpConnector.enabled, false)
            .setConfig(GraphDatabaseSettings.auth_enabled, true)
            // Wrong passwords are part of the tests: they must not lock the user out.
            .setConfig(GraphDatabaseSettings.auth_max_failed_attempts, 0)
            .setConfig(GraphDatabaseSettings.transaction_timeout, Duration.ofMinutes(Long.parseLong(arguments[2])))
            .setConfig(GraphDatabaseSettings.pagecache_memory, Long.parseLong(arguments[1]) * 1024 * 1024)
            // Every test empties the store and fills it again: its plans would be made anew all the time.
            .setConfig(GraphDatabaseSettings.cypher_min_replan_interval, Duration.ofHours(1))
            // The lists of the tests are of all sizes: to plan for each took a fifth of the server's time.
            .setConfig(
                GraphDatabaseInternalSettings.cypher_size_hint_parameters, Boolean.parseBoolean(arguments[3]))
            .build();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
    server
        .database("system")
        .executeTransactionally(
            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED",
            Map.of("password", System.getenv("NEO4J_PASSWORD")));
    System.out.println("bolt://127.0.0.1:" + port);
    while (System.in.read() >= 0) {}
    System.exit(0);
  }

  private static int freePort() throws Exception {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
