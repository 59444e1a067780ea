import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [
    'en',
    'The envoys of Ruritania and Graustark met for a third day on Tuesday without agreeing on the strait, and the fleet stayed where it was. It is not known when the talks will be resumed in the town.',
  ],
  ['en', 'Envoys met Tuesday without agreeing. Ships wait outside. Pilots, exhausted, sleep aboard.'],
  [
    'de',
    'Die Unterhändler der beiden Länder haben sich am Dienstag zum dritten Mal getroffen, ohne sich über die Meerenge zu einigen.',
  ],
  [
    'fr',
    'Les négociateurs des deux pays se sont rencontrés mardi pour la troisième fois sans parvenir à un accord sur le détroit.',
  ],
  [
    'ko',
    '양국 협상단은 화요일 세 번째로 만났지만 해협에 대한 합의에 이르지 못했다. 회담은 추수가 끝난 뒤 다시 열릴 예정이라고 관계자들은 말했다. 함대는 그대로 남는다.',
  ],
  [
    'ru',
    'Переговорщики двух стран встретились во вторник в третий раз, но не договорились о проливе. Переговоры были трудными, и это уже третья попытка.',
  ],
  [undefined, 'Short.'],
  [undefined, '1234567890 '.repeat(20)],
])('%s', (expected, text) => {
  expect(languageOf(text)?.value).toBe(expected);
});
