import { type Adapter, type AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  readonly expires: number;
}

/** Keeps logins of the development identity provider in memory; tokens are signed and live on after a restart. */
export class DevIdentityStore {
  private readonly entries = new Map<string, Entry>();

  /** One view per kind of artefact, as the library asks for them. */
  adapter(kind: string): Adapter {
    const key = (id: string): string => `${kind}:${id}`;
    const first = (matches: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
      for (const [name, { payload }] of this.entries) {
        if (name.startsWith(`${kind}:`) && matches(payload)) return this.live(name);
      }
      return undefined;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        this.sweep();
        this.entries.set(key(id), { payload, expires: Date.now() + (expiresIn || 3600) * 1000 });
      },
      find: async (id) => this.live(key(id)),
      findByUid: async (uid) => first((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => first((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = this.live(key(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        this.entries.delete(key(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [name, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(name);
      },
    };
  }

  private live(name: string): AdapterPayload | undefined {
    const entry = this.entries.get(name);
    return entry !== undefined && entry.expires > Date.now() ? entry.payload : undefined;
  }

  /** A demo fetches a few hundred tokens: sweeping at every write is cheap and keeps memory flat. */
  private sweep(): void {
    const now = Date.now();
    for (const [name, { expires }] of this.entries) if (expires <= now) this.entries.delete(name);
  }
}
