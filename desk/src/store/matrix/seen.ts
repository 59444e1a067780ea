/** Tells of small numbers whether they came before, without a new set for each question. */
export class Seen {
  private turns = new Int32Array(256);
  private turn = 0;

  /** From here on no number came before. */
  clear(): void {
    this.turn += 1;
    if (this.turn < 2 ** 31 - 1) return;
    this.turns.fill(0);
    this.turn = 1;
  }

  /** Takes a number down. @returns whether it is the first time */
  add(number: number): boolean {
    if (number >= this.turns.length) {
      const more = new Int32Array(2 * number);
      more.set(this.turns);
      this.turns = more;
    }
    if (this.turns[number] === this.turn) return false;
    this.turns[number] = this.turn;
    return true;
  }

  has(number: number): boolean {
    return this.turns[number] === this.turn;
  }
}
