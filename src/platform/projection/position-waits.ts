/** Those who wait for something that only this process's own progress can bring about; asked again after each step. */
export class PositionWaits {
  private readonly waits = new Set<{
    readonly look: () => boolean | undefined;
    readonly resolve: (answer: boolean) => void;
  }>();

  /** `look` answers true (there), false (in vain) or undefined (not yet). */
  async until(look: () => boolean | undefined, ms: number): Promise<boolean> {
    const now = look();
    if (now !== undefined || ms <= 0) {
      return now ?? false;
    }
    return new Promise((done) => {
      const wait = {
        look,
        resolve: (answer: boolean): void => {
          clearTimeout(timer);
          this.waits.delete(wait);
          done(answer);
        },
      };
      const timer = setTimeout(() => {
        wait.resolve(look() ?? false);
      }, ms);
      this.waits.add(wait);
    });
  }

  progressed(): void {
    for (const wait of this.waits) {
      const answer = wait.look();
      if (answer !== undefined) {
        wait.resolve(answer);
      }
    }
  }

  end(): void {
    for (const wait of this.waits) {
      wait.resolve(false);
    }
  }
}
