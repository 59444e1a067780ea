import { expect, test } from 'vitest';
import { type Command, chordOf, chordText, commandFor, isOwnKey, type Press } from './keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

test.each([
  [press('j'), 'j', 'j'],
  [press('U', { shiftKey: true }), 'Shift+U', '⇧U'],
  [press('?', { shiftKey: true }), '?', '?'],
  [press('[', { ctrlKey: true, altKey: true }), '[', '['],
  [press(']', { altKey: true }), ']', ']'],
  [press('l', { altKey: true }), 'Alt+l', 'Alt l'],
  [press('ArrowUp', { altKey: true }), 'Alt+ArrowUp', 'Alt ↑'],
  [press('Enter', { shiftKey: true }), 'Shift+Enter', '⇧Enter'],
  [press('z', { metaKey: true }), 'Mod+z', 'Ctrl z'],
  [press(' '), 'Space', 'Space'],
  [press('Escape'), 'Escape', 'Esc'],
])('%o is %s', (pressed, chord, shown) => {
  expect(chordOf(pressed)).toBe(chord);
  expect(chordText(chord)).toBe(shown);
});

const command = (says: string, keys: readonly string[], more: Partial<Command> = {}): Command => ({
  says,
  keys,
  run: () => {},
  ...more,
});
const commands = [
  command('accept', ['Enter']),
  command('next', ['j', 'ArrowDown']),
  command('open left', ['g l']),
  command('group', ['l']),
  command('back', ['Escape'], { typing: true }),
];
const found = (pressed: Press, more: Partial<Parameters<typeof commandFor>[2]> = {}) => {
  const answer = commandFor(commands, pressed, { typing: false, letters: true, ...more });
  return answer.kind === 'command' ? answer.command.says : answer.kind === 'wait' ? `wait ${answer.first}` : 'none';
};

test('a key of the room', () => expect(found(press('j'))).toBe('next'));
test('a letter that is typed stays a letter', () => expect(found(press('j'), { typing: true })).toBe('none'));
test('Enter in a field belongs to the field', () => expect(found(press('Enter'), { typing: true })).toBe('none'));
test('what also works while typing', () => expect(found(press('Escape'), { typing: true })).toBe('back'));
test('letters switched off leave the arrows', () => {
  expect(found(press('j'), { letters: false })).toBe('none');
  expect(found(press('ArrowDown'), { letters: false })).toBe('next');
});
test('two keys in a row', () => {
  expect(found(press('g'))).toBe('wait g');
  expect(found(press('l'), { first: 'g' })).toBe('open left');
  expect(found(press('l'))).toBe('group');
});
test('a browser’s own keys are left alone', () => expect(found(press('j', { ctrlKey: true }))).toBe('none'));

test.each([
  ['link', 'Enter', true],
  ['button', ' ', true],
  ['checkbox', ' ', true],
  ['checkbox', 'Enter', false],
  ['range', 'ArrowLeft', true],
  ['range', 'Home', true],
  ['range', 'j', false],
  ['text', 'ArrowLeft', false],
  ['', 'Enter', false],
])('a %s answers %s by itself: %s', (control, key, own) => {
  expect(isOwnKey(control, key)).toBe(own);
});
