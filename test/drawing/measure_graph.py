"""Measures a network with networkx, for comparison with what Diplograph says of it.

Reads JSON of {"order", "ties": [[left, right, weight]], "arcs": [[from, to, weight]], "community": [number of each node]}
from standard input; prints JSON.
"""

import json
import sys

import networkx

# What networkx.pagerank calls needs numpy; this one is the same in Python alone.
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

given = json.load(sys.stdin)
nodes = range(given["order"])
ties = networkx.Graph()
ties.add_nodes_from(nodes)
ties.add_weighted_edges_from(given["ties"])
arcs = networkx.DiGraph()
arcs.add_nodes_from(nodes)
arcs.add_weighted_edges_from(given["arcs"])

parts = {}
for node, community in enumerate(given["community"]):
    parts.setdefault(community, set()).add(node)


def modularity(communities):
    return networkx.community.modularity(ties, communities)


def listed(values):
    return [values[node] for node in nodes]


print(
    json.dumps(
        {
            "betweenness": listed(networkx.betweenness_centrality(ties)),
            "pageRank": listed(_pagerank_python(arcs, tol=1e-12, max_iter=1000)),
            "degree": listed(dict(ties.degree())),
            "modularity": modularity(parts.values()),
            "theirModularity": max(
                modularity(networkx.community.louvain_communities(ties, seed=seed)) for seed in range(5)
            ),
        }
    )
)
