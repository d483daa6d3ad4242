/**
 * Word classes: the closed vocabulary of the grammar, by lemma or by form, in lower case.
 *
 * A pattern's `[assembly]` is a unit whose word stands in the row `assembly`. Words of several parts are written with
 * one space ("prime minister") and joined before the first level of the cascade. Names stand in `authority/`.
 */
export interface WordClass {
  readonly reason: string;
  readonly words: readonly string[];
}

function words(list: string): readonly string[] {
  return list.trim().split(/\s*[,\n]\s*/);
}

export const wordClasses = {
  month: {
    reason: 'Dates, and events that are known by their month.',
    words: words('january, february, march, april, may, june, july, august, september, october, november, december'),
  },
  weekday: { reason: 'Never names.', words: words('monday, tuesday, wednesday, thursday, friday, saturday, sunday') },
  ordinal: {
    reason: 'Congresses and sessions are counted.',
    words: words(
      'first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth, 1st, 2nd, 3rd, 4th, 5th, 6th, 7th, 8th, 9th, 10th, 11th, 12th, 13th, 14th, 15th, 16th, 17th, 18th, 19th, 20th, 21st, 22nd, 23rd, 24th, 25th, xxth, xxist, xxiind, twenty-first, twenty-second, twenty-third',
    ),
  },
  organ: {
    reason: 'Organs of a party or a parliament, named after the body they belong to.',
    words: words(
      'cc, central committee, presidium, politburo, political bureau, political council, standing committee, secretariat, orgburo, control commission, party control committee, organization committee, military commission, party committee, provincial committee, city committee, district committee, regional committee, cell, standing commission, central leadership, political committee, obkom, gorkom',
    ),
  },
  'body-noun': {
    reason: 'Heads of names of bodies: a name or a place before or after them makes a body.',
    words: words(
      'ministry, committee, commission, council, department, directorate, administration, bureau, office, agency, board, court, tribunal, procuracy, institute, academy, university, college, school, hospital, union, federation, league, association, society, front, alliance, army, navy, air force, division, corps, regiment, fleet, command, headquarters, embassy, mission, legation, consulate, consulate general, trade mission, military mission, delegation, bank, corporation, company, trust, assembly, parliament, senate, cabinet, secretariat, fund, foundation, organization, organisation, communist party, labor party, labour party, socialist party, democratic party, republican party, liberal party, workers party, peasant party, party, state department, foreign ministry, foreign office, general staff, staff, high command, working group, subcommittee, congress, soviet, brigade, detachment, group of forces, volunteers, church, chamber, center, centre, library, museum, theater, theatre, orchestra, ensemble, team, station, newspaper office, publishing house, politburo, presidency, politbureau, section, division of protocol, protocol department',
    ),
  },
  enterprise: {
    reason: 'Works and farms, named after their place and their product; the product is written small.',
    words: words(
      'normal school, school, institute, hospital, garrison, college, construction staff, tractor station, factory, plant, combine, mill, works, workshop, mine, substation, power station, power plant, hydropower station, hydroelectric station, shipyard, steelworks, steel mill, collective farm, cooperative, agricultural cooperative, state farm, refinery, depot, machine tractor station, railway, port, laboratory, school no',
    ),
  },
  government: {
    reason: 'Governments, by country or by head.',
    words: words('government, regime, administration, govt, cabinet, authorities'),
  },
  'place-noun': {
    reason: 'Heads of names of places.',
    words: words(
      'room, hall, province, provinces, county, district, region, oblast, krai, prefecture, city, town, village, ri, island, islands, peninsula, river, strait, straits, sea, bay, valley, mountain, mountains, port, airport, airfield, aerodrome, street, square, palace, hotel, parallel, zone, canal, republic, kingdom, state, territory, raion, rayon, county seat, ward, sector, gulf, ocean, desert, lake, plateau, cape, pass',
    ),
  },
  assembly: {
    reason: 'Gatherings of a body: with a body, an ordinal or a date before or after them they are events.',
    words: words(
      'plenum, plenary session, plenary meeting, congress, conference, session, summit, summit conference, summit meeting',
    ),
  },
  gathering: {
    reason: 'Gatherings that are events where it is said whose or when.',
    words: words(
      'meeting, talks, negotiations, conversation, talk, discussion, discussions, reception, dinner, lunch, luncheon, banquet, breakfast, rally, parade, ceremony, festival, exhibition, celebration, anniversary, elections, election, consultations, consultation, visit, trip, tour, interview, gathering, press conference, briefing',
    ),
  },
  occasion: {
    reason: 'Gatherings that somebody gives, or that are held somewhere.',
    words: words(
      'reception, lunch, luncheon, dinner, banquet, breakfast, cocktail party, cocktails, tea party, garden party, rally, concert, exhibition, ceremony, celebration, celebrations, parade, press conference, briefing, film screening, gala, soiree, luncheon party, dinner party, state banquet, farewell dinner, formal meeting, ceremonial meeting, mass meeting',
    ),
  },
  upheaval: {
    reason: 'Happenings that are events where they have a name, an adjective of place or a date.',
    words: words(
      'war, uprising, revolution, crisis, coup, coup d etat, revolt, rebellion, incident, putsch, counterrevolution, counter-revolution, events, riots, demonstration, demonstrations, strike, blockade, invasion, massacre, offensive, battle, campaign, movement, purge, earthquake, flood, famine',
    ),
  },
  accord: {
    reason: 'Heads of names of agreements.',
    words: words(
      'agreement, agreements, treaty, pact, protocol, armistice, convention, accord, accords, charter, communique, communiqué, declaration, five-year plan, three-year plan, seven-year plan, two-year plan, six-year plan, one-year plan, doctrine, resolution',
    ),
  },
  plan: {
    reason: 'Plans known by their length.',
    words: words(
      'five-year plan, three-year plan, seven-year plan, two-year plan, six-year plan, one-year plan, ten-year plan',
    ),
  },
  periodical: {
    reason: 'Words before a title in quotation marks.',
    words: words(
      'newspaper, newspapers, journal, magazine, periodical, book, film, play, novel, opera, brochure, pamphlet, weekly, daily, paper, papers',
    ),
  },
  people: {
    reason: 'Heads of groups.',
    words: words(
      'prime ministers, foreign ministers, foreman, foremen, spokesman, weavers, weaver, drivers, driver, miner, pupils, pupil, inhabitants, bricklayers, sailors, pilots, worker, workers, official, officials, employee, employees, resident, residents, citizen, citizens, peasant, peasants, farmer, farmers, student, students, teacher, teachers, professor, professors, intellectual, intellectuals, intelligentsia, soldier, soldiers, officer, officers, troops, serviceman, servicemen, members, leaders, representatives, delegates, specialist, specialists, expert, experts, adviser, advisers, advisor, advisors, diplomat, diplomats, ambassadors, ministers, journalist, journalists, correspondent, correspondents, writer, writers, artist, artists, scientist, scientists, engineer, engineers, doctors, population, people, peoples, masses, public, circle, circles, element, elements, faction, group, clique, party members, communist, communists, cadre, cadres, activist, activists, functionary, functionaries, conspirators, factionalist, factionalists, imperialists, imperialist, reactionaries, revisionists, militarists, opposition, refugee, refugees, prisoner, prisoners, pows, volunteers, merchants, traders, entrepreneurs, women, youth, guerrillas, partisans, defectors, emigres, settlers, businessmen, congressmen, senators, deputies, comrades, friends, countries, parties, fraternal parties, delegation, leadership, side, personnel, staff, repatriates, returnees, tourists, ruling circles, workers party members, scholars, monks, believers, rebels, insurgents, nationalists, youths, fishermen, miners, builders, railwaymen, housewives',
    ),
  },
  'telegraphic-opening': {
    reason: 'Verbs with which a sentence of a telegram opens, "I" or "please" left out.',
    words: words(
      'agree, appreciate, assume, believe, concur, consider, feel, hope, recommend, request, suggest, propose, urge, understand, regret, desire, wish, inform, advise, tell, ask, see, pass, repeat, report, following, reference, reurtel, re, ref, urge, transmit, deliver, express',
    ),
  },
  'person-title': {
    reason: 'Words that stand right before the name of a person.',
    words: words(
      'comrade, cde, cde., com, com., comrades, cdes, cdes., mr, mr., mrs, mrs., miss, ms, ms., dr, dr., sir, madame, mme, lord, lady, count, countess, baron, baroness, prince, princess, king, queen, emperor, shah, sheikh, pope, cardinal, professor, prof, prof., general, gen, gen., colonel, col, col., major, captain, lieutenant, admiral, adm., marshal, generalissimo, vice marshal, vice-marshal, vice admiral, vice-admiral, rear admiral, major general, lieutenant general, colonel general, lieutenant colonel, lt. gen, maj. gen, lt gen, maj gen, brig gen, pres, pres., amb, amb., secy, min, fonmin, senator, congressman, governor, judge, justice, herr, señor, monsieur, m.',
    ),
  },
  'wifes-title': {
    reason: 'Words before the family name that a woman shares with her husband: Mrs. Rhee is not Rhee.',
    words: words('mrs, mrs., madame, madam, mme, mme., frau, señora, signora'),
  },
  'office-noun': {
    reason: 'Heads of offices.',
    words: words(
      `ambassador, minister, premier, prime minister, chairman, chairwoman, chairperson, vice chairman, vice-chairman, deputy chairman, secretary, first secretary, second secretary, third secretary, general secretary, secretary general, secretary-general, president, vice president, vice-president, counselor, counsellor, minister-counselor, attache, attaché, military attache, military attaché, charge, chargé, charge d affaires, chargé d affaires, chargé d'affaires, consul, consul general, director, deputy director, chief, deputy chief, head, deputy head, commander, commander-in-chief, commander in chief, chief of staff, foreign minister, vice premier, vice-premier, deputy premier, deputy prime minister, deputy minister, vice minister, vice foreign minister, deputy foreign minister, assistant secretary, under secretary, secretary of state, secretary of defense, acting secretary, editor, editor-in-chief, representative, permanent representative, envoy, plenipotentiary, delegate, interpreter, translator, leader, manager, rector, mayor, governor, speaker, adviser, advisor, assistant, aide, deputy, chancellor, dictator, inspector, instructor, trade representative, member, correspondent, first deputy minister, first deputy premier, first deputy chairman, first deputy prime minister, first vice premier, special assistant, special adviser, deputy assistant secretary, procurator, prosecutor, referent, staffer, staff member, desk officer, head of section, head of sector, head of department, instructor of the department, attorney general, deputy attorney general, postmaster general, solicitor general, comptroller general, director general, director-general, governor general, governor-general, inspector general, amb, primin, fonmin, depfonmin, syg, secgen, acting secretary of state, acting secretary of defense, under secretary of state, under secretary of defense, assistant secretary of state, assistant secretary of defense, deputy assistant secretary of state, deputy assistant secretary of defense, deputy secretary of state, deputy secretary of defense`,
    ),
  },
  'envoy-noun': {
    reason: 'Offices whose holder is sent to a country by another.',
    words: words(
      `ambassador, charge, chargé, charge d affaires, chargé d affaires, chargé d'affaires, envoy, consul, consul general, minister-counselor, counselor, counsellor, attache, attaché, military attache, military attaché, permanent representative, first secretary of the embassy`,
    ),
  },
  ministry: {
    reason: 'Fields of ministries: "Minister of Foreign Affairs", "Foreign Minister".',
    words: words(
      'foreign affairs, foreign trade, internal affairs, national defense, defense, defence, interior, justice, finance, agriculture, light industry, heavy industry, culture, education, culture and propaganda, health, transport, communications, railways, state security, public security, trade, commerce, labor, labour, construction, coal industry, metal industry, machine building, chemical industry, city management, state control, propaganda, fisheries, foreign economic relations, industry, mining, mines, energy, forestry, food industry, electric power, petroleum, higher education, metallurgical industry, war, armed forces, foreign economic affairs, social welfare, cooperatives, municipal economy, oil industry, textile industry, building materials, geology, posts and telegraphs, merchant marine, shipping, planning',
    ),
  },
  quantifier: {
    reason: 'Open the name of a group.',
    words: words(
      'some, individual, many, certain, several, various, most, other, a number of, a group of, a part of, part of, a majority of, a few, all, both, numerous, a section of, leading, senior, responsible, local, ordinary, prominent',
    ),
  },
  fraternity: {
    reason: 'Adjectives that make a class of parties or countries.',
    words: words('fraternal, brotherly, socialist, communist, capitalist, imperialist, western, democratic'),
  },
} as const satisfies Record<string, WordClass>;
