import { plural } from '../language';
import type { bulk as english } from './bulk.en';

export const bulk: typeof english = {
  cancel: 'Avbryt prenumeration',

  selectAll: 'Markera alla som visas',
  select: (name) => `Markera ${name}`,
  toolbar: 'Markerade prenumerationer',
  noneSelected: 'Markera prenumerationer för att ändra deras automatiska förnyelse.',
  selected: (count, number) => `${number} ${plural(count, 'prenumeration markerad', 'prenumerationer markerade')}`,
  selectMatches: (number) => `Markera alla ${number} som matchar`,
  clearSelection: 'Rensa markeringen',
  turnOn: 'Aktivera Förnya automatiskt',
  turnOff: 'Inaktivera Förnya automatiskt',

  intro: 'Inget har ändrats ännu. Det här skulle hända med varje prenumeration.',
  gathering: (done, total) => `Läser listan: ${done} av ${total} …`,
  checking: (done, total) => `Provar: ${done} av ${total} …`,
  applying: (done, total) => `Ändrar: ${done} av ${total} …`,
  stop: 'Stoppa',
  goOn: 'Fortsätt',
  rechoose: 'Ändra valet',
  checkStopped: (done, total) => `Stoppades efter att ${done} av ${total} hade provats. Inget har ändrats.`,
  applyStopped: (done, total) => `Stoppades efter ${done} av ${total}. De är klara; resten är som de var.`,
  checked: (change, unchanged, refused) =>
    `${change} skulle ändras, ${unchanged} skulle vara som de är, ${refused} skulle nekas.`,
  applied: (change, unchanged, refused) => `${change} ändrades, ${unchanged} var som de var, ${refused} nekades.`,
  nothingToDo: 'Det finns inget att tillämpa.',
  apply: (count, number) => `Tillämpa på ${number} ${plural(count, 'prenumeration', 'prenumerationer')}`,
  exportResults: 'Exportera resultat',
  exported: (count, number) => `${number} ${plural(count, 'resultat sparades', 'resultat sparades')} i en CSV-fil.`,
  fileName: 'automatisk-fornyelse',

  results: 'Resultat',
  subscription: 'Prenumeration',
  result: 'Resultat',
  anyResult: 'Alla',
  noneOfResult: 'Inget resultat av det slaget',
  noneOfResultText: 'Välj ett annat slags resultat.',
  wouldTurnOn: 'Skulle aktiveras',
  wouldTurnOff: 'Skulle inaktiveras',
  wouldStay: 'Skulle vara som den är',
  wouldBeRefused: 'Skulle nekas',
  turnedOn: 'Aktiverad',
  turnedOff: 'Inaktiverad',
  stayed: 'Som den var',
  refused: 'Nekad',
};
