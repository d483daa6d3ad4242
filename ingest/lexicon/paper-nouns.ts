/** Papers under a capital ("Note Delivered by the Chargé", "Progress Report"), and headings before a colon ("Cost: …"). */
const papers = new Set(
  (
    'note letter memorandum telegram message report paper statement speech enclosure attachment tab annex subject comment draft summary text ' +
    'cost costs timing conclusion conclusions recommendation recommendations question answer discussion background issue issues action result ' +
    'results reason reasons remarks remark example purpose source sources reference references objective objectives problem problems agenda ' +
    'mémoire memoire verbale policy policies progress period much areas area continued political military economic emerging future copies copy minute minutes scope'
  ).split(' '),
);

/** Whether a run of words is a paper by its last one, whatever capitals it has. */
export function isPaper(lower: string): boolean {
  return papers.has(lower.split(/\s+/u).at(-1) ?? '');
}
