/** Given names that are one: short forms, and a name in other languages. The first of a row stands for the rest. */
const rows = `
alexander aleksandr alexandre sandor alex alec sasha alejandro oleksandr
aleksei alexei alexey aleksey alexis
andrei andrew andre andrzej andras andy andrey
anthony antonin antoni anton tony antonio
arthur artur
averell averill
benjamin ben
carl karl charles karel karoly chuck charlie carlos
christian chris christopher krzysztof
clement klement
daniel dan danny daniil
david dave
dmitri dmitry dmitrii dimitri dmitriy
douglas doug
edward eduard ed ned ted edouard edvard
eugene evgeny evgenii yevgeny yevgeni evgeni
francis frank franz francois frantisek franklin ferenc
frederick fred friedrich frederic
gabriel gabor
george georgy georgi georgii georgiy jiri gyorgy jerzy georges georg
gerald gerry jerry
gregory grigory grigorii grigori
harold harry hal
henry henri heinrich hank henryk
hugh hugo
ivan john jan johann jean johannes jack janos hans ioann juan
jacob yakov iakov jakob jacques james jim jimmy
joseph iosif josef josip jozsef joe iosip osip jozef jose
kenneth ken
kliment klim clement
konstantin constantine
lawrence laurence larry
leonard len
leonid leo lev leon
lewis louis ludwig lajos luis
luke lucas
mathias matyas matthias matthew matt
martin marty
max maxim maksim
michael mikhail michel mike mihaly mihail miguel
nicholas nikolai nikolay nicolae nicolas nick mykola miklos nikola
patrick pat
paul pavel pal paolo pablo
peter petr pyotr piotr pierre pedro pete
philip phillip philippe phil
raymond ray
richard dick rick
robert bob rob bobby roberto
roger rodger
ronald ron
samuel sam
sergei sergey serge sergii
stanislav stanislaw
stephen steven steve stefan istvan stepan etienne
theodore ted fyodor fedor teodor
thomas tom tomas
timothy tim
trofim
victor viktor
vladimir volodymyr wladimir
vasily vasili vasilii vasiliy basil wassili vasil
walter walt valter
vincent vince
vyacheslav viacheslav wjatscheslaw
wladyslaw vladislav
william bill wilhelm will willy guillaume willi
yevgeniya evgenia eugenia
yuri yury iurii yurii jurij
zachary zakhar
`;

const groups: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const index = new Map<string, Set<string>>();
  for (const row of rows.trim().split('\n')) {
    const names = row.split(' ');
    for (const name of names) {
      const group = index.get(name) ?? new Set<string>();
      group.add(names[0] ?? '');
      index.set(name, group);
    }
  }
  return index;
})();

const noForms: ReadonlySet<string> = new Set();

/** What a given name, folded, is a form of: the first of each row that has it. */
export function formsOfOneName(name: string): ReadonlySet<string> {
  return groups.get(name) ?? noForms;
}

/** Whether two given names, folded, are forms of one. */
export function areFormsOfOneName(a: string, b: string): boolean {
  const others = formsOfOneName(b);
  for (const group of formsOfOneName(a)) if (others.has(group)) return true;
  return false;
}
