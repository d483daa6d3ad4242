export interface WorkedQuery {
  /** Name of its tab in GraphiQL and of its heading in the README. */
  readonly name: string;
  /** The question, as a historian would ask it. */
  readonly description: string;
  readonly query: string;
}

/** Six questions worth copying. Each takes no variables and answers on the samples as they are ingested. */
export const workedQueries: readonly WorkedQuery[] = [
  {
    name: 'Who said what',
    description: 'Who said what about the June plenum?',
    query: `# Who said what about the June plenum?
query WhoSaidWhat {
  search(query: "June 1957 CPSU CC plenum", kinds: [EVENT], first: 3) {
    score
    entity {
      id
      name
      statements(as: SUBJECT, first: 10) {
        nodes {
          date
          speaker { name }
          mode
          addressees { name }
          quote
          document { title }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Meetings',
    description: 'Whom did Kim Il Sung meet, and which words say so?',
    query: `# Whom did Kim Il Sung meet, and which words say so?
query Meetings {
  entity(name: "Kim Ir Sen") {
    name
    aliases
    ... on Person {
      met(first: 20) {
        edges {
          node { id name description }
          relation {
            date
            weight
            evidence(first: 3) {
              nodes {
                date
                quote
                start
                end
                document { id title }
              }
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    name: 'Neighbourhood',
    description: 'Who and what stands around Kim Il Sung, two steps out, ready to be drawn?',
    query: `# Who and what stands around Kim Il Sung, two steps out, ready to be drawn?
query Neighbourhood {
  neighbourhood(center: "person:kim-il-sung", depth: 2, modality: [ASSERTED], limit: 60) {
    nodes { id label kind size }
    edges { id source target type label weight }
    truncated
  }
}
`,
  },
  {
    name: 'Path',
    description: 'How is Nam Il tied to Mao Zedong?',
    query: `# How is Nam Il tied to Mao Zedong?
query Path {
  path(from: "person:nam-il", to: "person:mao-zedong", maxHops: 6) {
    length
    entities { id name kind }
    relations {
      source { name }
      label
      target { ... on Entity { name } }
      title
      evidence(first: 1) { nodes { quote document { title } } }
    }
  }
}
`,
  },
  {
    name: 'Timeline',
    description: 'What happened to Kim Il Sung in 1957, and what was said, day by day?',
    query: `# What happened to Kim Il Sung in 1957, and what was said, day by day?
query Timeline {
  timeline(entity: "person:kim-il-sung", from: "1957", to: "1957", first: 30) {
    nodes {
      date
      type
      node {
        id
        ... on Event { name places { nodes { name } } }
        ... on Statement { speaker { name } mode quote }
        ... on Document { title }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
  {
    name: 'Passages',
    description: 'In which words do the documents speak of Kim Il Sung and a plenum, whatever they call him?',
    query: `# In which words do the documents speak of Kim Il Sung and a plenum, whatever they call him?
query Passages {
  searchPassages(query: "Kim Ir Sen plenum", from: "1956", to: "1957", first: 2) {
    terms { kind text entities { name } }
    nodes {
      date
      score
      snippet(characters: 160) { parts { text isMatch } }
      claim {
        ... on Statement { speaker { name } mode }
        ... on Relation { label }
      }
      document { title }
    }
    facets {
      passages
      dates(by: MONTH) { counts { date count } }
      entities(first: 3, kinds: [PERSON]) { counts { entity { name } count } others }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
  },
];
