"""Reads a GEXF or GraphML file with networkx and prints what it found as JSON.

Usage: read_graph.py FILE [--counts]
"""

import json
import sys

import networkx

path = sys.argv[1]
if path.endswith(".gexf"):
    graph = networkx.read_gexf(path)
else:
    graph = networkx.read_graphml(path, force_multigraph=True)

if "--counts" in sys.argv:
    print(json.dumps({"nodes": graph.number_of_nodes(), "edges": graph.number_of_edges()}))
else:
    if not graph.is_multigraph():
        graph = networkx.MultiDiGraph(graph)
    nodes = {node: data for node, data in graph.nodes(data=True)}
    edges = {
        data.pop("id", key): {"source": source, "target": target, **data}
        for source, target, key, data in graph.edges(keys=True, data=True)
    }
    print(json.dumps({"directed": graph.is_directed(), "nodes": nodes, "edges": edges}))
