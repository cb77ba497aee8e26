import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiUnderTest, type SignedIn, type TestOrganisation } from './api-under-test';

const METRICS_TOKEN = 'a-token-for-metrics';

describe('what stands around the calls', () => {
  let api: ApiUnderTest;
  let home: TestOrganisation;
  let leader: SignedIn;
  const folder = mkdtempSync(join(tmpdir(), 'hoest-web-'));

  beforeAll(async () => {
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><body><app-root ngCspNonce="__CSP_NONCE__"></app-root><script src="main-ABCDEFGH.js"></script></body>',
    );
    writeFileSync(join(folder, 'main-ABCDEFGH.js'), 'console.log(1)');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    api = await ApiUnderTest.start({ WEB_FOLDER: folder, METRICS_TOKEN, PUBLIC_URL: 'https://hoest.example' });
    home = await api.organisation();
    leader = { headers: { ...(await home.session('leader')).headers } };
    leader.headers['cookie'] = (leader.headers['cookie'] ?? '').replace('sid=', '__Host-sid=');
  });
  afterAll(async () => {
    await api.stop();
    rmSync(folder, { recursive: true });
  });

  describe('health', () => {
    it('is live, and serves with the database behind it although no worker is there', async () => {
      expect((await api.call('GET', '/health/live')).body).toEqual({ status: 'live' });
      expect((await api.call('GET', '/health/ready')).body).toEqual({ status: 'degraded', reasons: ['no_worker'] });
    });

    it('is degraded but serves when the worker takes no work or a job failed for good', async () => {
      await api.owner.query(
        `insert into outbox (organisation_id, job_name, payload, created_at) values ($1, 'x', '{}', now() - interval '1 minute')`,
        [home.organisationId],
      );
      await api.owner.query(
        `insert into failed_job (organisation_id, job_name, payload, reason) values ($1, 'x', '{}', 'y')`,
        [home.organisationId],
      );
      const { ReadinessCheck } = await import('../../../apps/api/src/http/readiness');
      const { Database } = await import('@hoest/persistence');
      const fresh = new ReadinessCheck(api.app.get(Database));
      expect(await fresh.current()).toEqual({
        status: 'degraded',
        reasons: ['no_worker', 'worker_not_taking_work', 'failed_jobs'],
      });
      fresh.beginStop();
      await expect(fresh.current()).rejects.toThrow('busy');
    });
  });

  describe('figures', () => {
    it('are for whoever has their token', async () => {
      expect((await api.call('GET', '//metrics')).status).toBe(401);
      expect(
        (await api.call('GET', '//metrics', { headers: { authorization: 'Bearer wrong-token-entirely' } })).status,
      ).toBe(401);
      expect((await api.call('GET', '//metrics', { as: leader })).status).toBe(401);
    });

    it('count by the template of an address, never by an id', async () => {
      await api.call('GET', `/jobs/${home.unitId}`, { as: leader });
      const { text } = await api.call('GET', '//metrics', { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
      expect(text).toContain('route="/api/v1/jobs/:id"');
      expect(text).toContain('hoest_db_connections ');
      expect(text).not.toContain(home.unitId);
    });
  });

  describe('documentation', () => {
    it('is for people who are signed in', async () => {
      for (const path of ['//api/docs', '//api/docs/swagger-ui-bundle.js', '/openapi.json']) {
        expect([path, (await api.call('GET', path)).status]).toEqual([path, 401]);
        expect([path, (await api.call('GET', path, { as: leader })).status]).toEqual([path, 200]);
      }
    });

    it('is a page without scripts of its own', async () => {
      const { text, headers } = await api.call('GET', '//api/docs', { as: leader });
      expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|style=/);
      expect(headers['content-security-policy']).toMatch(/^default-src 'self'/);
      expect(headers['content-security-policy']).not.toContain('unsafe');
    });

    it('has an OpenAPI 3.1 document', async () => {
      const { body } = await api.call('GET', '/openapi.json', { as: leader });
      expect(body.openapi).toBe('3.1.0');
      expect(body.paths['/api/v1/units/{id}'].patch.operationId).toBe('changeUnit');
    });
  });

  describe('client', () => {
    it('is one page for every screen, with the nonce of its answer', async () => {
      for (const path of ['//', '//initiatives/2026-014', '//index.html', '//a%20b']) {
        const { status, text, headers } = await api.call('GET', path);
        const nonce = /ngCspNonce="([^"]+)"/.exec(text)?.[1];
        expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-store']);
        expect(String(headers['content-security-policy'])).toContain(`script-src 'self' 'nonce-${nonce}'`);
        expect(String(headers['content-security-policy'])).toContain("require-trusted-types-for 'script'");
      }
    });

    it('has files, of which the hashed ones are kept for ever', async () => {
      const script = await api.call('GET', '//main-ABCDEFGH.js');
      expect([script.status, script.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(String(script.headers['content-type'])).toContain('javascript');
      expect((await api.call('GET', '//favicon.svg')).headers['cache-control']).toBe('no-cache');
    });

    it('never answers for the api, for missing files, or from outside its folder', async () => {
      for (const path of [
        '//api/v1/nothing',
        '//api/',
        '//api',
        '//missing-12345678.js',
        '//..%2f..%2fpackage.json',
        '//%2e%2e/package.json',
        '//%',
      ]) {
        const reply = await api.call('GET', path);
        expect([path, [400, 404].includes(reply.status), reply.text.includes('app-root')]).toEqual([path, true, false]);
      }
      expect((await api.call('POST', '//initiatives', { key: null })).status).toBe(404);
    });
  });

  it('insists on https where people come by https', async () => {
    const { headers } = await api.call('GET', '//');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    const signIn = await api.call('POST', '/session', {
      body: { email: home.emails.leader, password: 'a sentence for tests' },
      headers: { origin: 'https://hoest.example' },
      key: null,
    });
    expect((signIn.headers['set-cookie'] as string[])[0]).toMatch(
      /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('limits how much one account may ask', async () => {
    const limited = await ApiUnderTest.start({ REQUESTS_PER_MINUTE: '3' });
    const there = await limited.organisation();
    const as = await there.session('leader');
    const statuses: number[] = [];
    for (let index = 0; index < 5; index++) statuses.push((await limited.call('GET', '/session', { as })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const refused = await limited.call('GET', '/session', { as });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await limited.call('GET', '/session', { as: await there.session('finance') })).status).toBe(200);
    expect((await limited.call('GET', '/health/live')).status).toBe(200);
    await limited.stop();
  });
});
