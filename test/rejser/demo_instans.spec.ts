import { egetMiljoe } from '../../demo/instans.js';
import { readConfig } from '../../src/platform/config/config.js';

test('Demoen får sin egen database og sit eget login, også når skallen peger på driften', () => {
  const drift = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgresql://es_owner:x@db.example.dk:5432/boernesag',
    DATABASE_APP_URL: 'postgresql://es_app:x@db.example.dk:5432/boernesag',
    OIDC_ISSUER: 'https://login.example.dk',
    OIDC_AUDIENCE: 'boernesag',
    NOEGLEFIL: '/etc/boernesag/noegler.json',
    SEGLMAPPE: '/mnt/segl',
    LOVPAKKER: '/srv/andre-lovpakker',
    OFFENTLIG_ADRESSE: 'https://boernesag.example.dk',
    ROLLE: 'projektor',
    HOST: '0.0.0.0',
  };
  expect(readConfig(egetMiljoe(drift, '/tmp/demo', 3210))).toEqual({
    environment: 'development',
    port: 3210,
    host: '127.0.0.1',
    dataFolder: '/tmp/demo',
    role: 'alt',
    database: { kind: 'embedded', dataDir: '/tmp/demo/postgres' },
    identity: { kind: 'development' },
    keyFile: '/tmp/demo/noegler.json',
    mayGenerateKeys: true,
    sealFolder: '/tmp/demo/segl',
  });
});
