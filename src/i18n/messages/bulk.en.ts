import { plural } from '../language';

/** Auto-renew of many subscriptions at once, and the other actions of the subscription lists. */
export const bulk = {
  cancel: 'Cancel',

  selectAll: 'Select all shown',
  select: (name: string) => `Select ${name}`,
  toolbar: 'Selected subscriptions',
  noneSelected: 'Select subscriptions to switch their auto-renew.',
  selected: (count: number, number: string) => `${number} ${plural(count, 'subscription', 'subscriptions')} selected`,
  selectMatches: (number: string) => `Select all ${number} that match`,
  clearSelection: 'Clear selection',
  turnOn: 'Turn on auto-renew',
  turnOff: 'Turn off auto-renew',

  intro: 'Nothing has been changed yet. This is what would happen to each subscription.',
  gathering: (done: string, total: string) => `Reading the list: ${done} of ${total} …`,
  checking: (done: string, total: string) => `Trying it out: ${done} of ${total} …`,
  applying: (done: string, total: string) => `Changing: ${done} of ${total} …`,
  stop: 'Stop',
  goOn: 'Go on',
  rechoose: 'Change the choice',
  checkStopped: (done: string, total: string) => `Stopped after trying ${done} of ${total}. Nothing has been changed.`,
  applyStopped: (done: string, total: string) =>
    `Stopped after ${done} of ${total}. Those are done; the rest is as it was.`,
  checked: (change: string, unchanged: string, refused: string) =>
    `${change} would change, ${unchanged} would stay as they are, ${refused} would be refused.`,
  applied: (change: string, unchanged: string, refused: string) =>
    `${change} changed, ${unchanged} stayed as they were, ${refused} were refused.`,
  nothingToDo: 'There is nothing to apply.',
  apply: (count: number, number: string) => `Apply to ${number} ${plural(count, 'subscription', 'subscriptions')}`,
  exportResults: 'Export results',
  exported: (count: number, number: string) => `${number} ${plural(count, 'result', 'results')} saved as a CSV file.`,
  fileName: 'auto-renew',

  results: 'Results',
  subscription: 'Subscription',
  result: 'Result',
  anyResult: 'Any',
  noneOfResult: 'No result of this kind',
  noneOfResultText: 'Choose another kind of result.',
  wouldTurnOn: 'Would be turned on',
  wouldTurnOff: 'Would be turned off',
  wouldStay: 'Would stay as it is',
  wouldBeRefused: 'Would be refused',
  turnedOn: 'Turned on',
  turnedOff: 'Turned off',
  stayed: 'As it was',
  refused: 'Refused',
};
