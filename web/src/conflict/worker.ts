import { type Ask, workerOn } from './work.ts';

const answer = workerOn(
  (said) => postMessage(said),
  () => performance.now(),
);

addEventListener('message', ({ data }: MessageEvent<Ask>) => answer(data));
