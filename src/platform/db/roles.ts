import { createHmac } from 'node:crypto';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Owns the database and everything in it; never the superuser, so that development and operation are walled alike. */
export const OWNER_ROLE = 'es_owner';
/**
 * What the application logs in as: reads tables, writes through the event store's functions. The migrations create it and
 * give it its rights; roles belong to the server, so a second database finds it there.
 */
export const APP_ROLE = 'es_app';

const PASSWORD_LOCK = 740_002;

/** A password that every process can work out from the one secret they share, so that none has to be handed around. */
export function derivePassword(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`boernesag/${role}`).digest('base64url');
}

/** Creates the owner and its database in a server of our own, unless they are there. Returns the owner's URL. */
export async function ensureOwnerDatabase(superuserUrl: string, database: string): Promise<string> {
  const password = derivePassword(new URL(superuserUrl).password, OWNER_ROLE);
  await asRole(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PASSWORD_LOCK]);
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [OWNER_ROLE]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${OWNER_ROLE} LOGIN CREATEROLE PASSWORD ${escapeLiteral(password)}`);
    }
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) {
      await client.query(`CREATE DATABASE ${escapeIdentifier(database)} OWNER ${OWNER_ROLE}`);
    }
  });
  return urlFor(superuserUrl, { role: OWNER_ROLE, password, database });
}

/**
 * Sees to it that the application can log in, and returns its URL. The password is only set when it does not fit: setting
 * it anew at every start would shut out processes that are running.
 */
export async function ensureAppLogin(ownerUrl: string, password: string): Promise<string> {
  const appUrl = urlFor(ownerUrl, { role: APP_ROLE, password });
  if (await canLogIn(appUrl)) {
    return appUrl;
  }
  await asRole(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PASSWORD_LOCK]);
    const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (role.rowCount === 0) {
      await client.query(`CREATE ROLE ${APP_ROLE}`);
    }
    await client.query(`ALTER ROLE ${APP_ROLE} LOGIN PASSWORD ${escapeLiteral(password)}`);
  });
  return appUrl;
}

/** The same server, seen by another role or in another database. */
export function urlFor(url: string, change: { role?: string; password?: string; database?: string }): string {
  const changed = new URL(url);
  if (change.role !== undefined) {
    changed.username = change.role;
  }
  if (change.password !== undefined) {
    changed.password = change.password;
  }
  if (change.database !== undefined) {
    changed.pathname = `/${encodeURIComponent(change.database)}`;
  }
  return changed.toString();
}

async function canLogIn(url: string): Promise<boolean> {
  try {
    await asRole(url, async () => undefined);
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 no such role or not allowed to log in; anything else is not about the password.
    if (error instanceof Error && 'code' in error && (error.code === '28P01' || error.code === '28000')) {
      return false;
    }
    throw error;
  }
}

async function asRole(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'boernesag-roles' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
