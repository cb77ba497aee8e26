import type { ConfigurationError } from './configuration';
import { readConfiguration } from './configuration';

describe('readConfiguration', () => {
  it('names every fault at once', () => {
    let faults: readonly string[] = [];
    try {
      readConfiguration({ PORT: 'many', REDIS_URL: 'http://x', LOG_LEVEL: 'loud' });
    } catch (error) {
      faults = (error as ConfigurationError).faults;
    }
    expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
      'DATABASE_URL',
      'LOG_LEVEL',
      'PORT',
      'REDIS_URL',
    ]);
  });

  it('fills in defaults and treats an empty variable as unset', () => {
    const configuration = readConfiguration({ DATABASE_URL: 'postgres://u:p@localhost/x', REDIS_URL: '' });
    expect(configuration).toMatchObject({ PORT: 4300, secureCookies: false });
    expect(configuration.REDIS_URL).toBeUndefined();
  });

  it('turns on secure cookies when people come by https', () => {
    expect(
      readConfiguration({ DATABASE_URL: 'postgres://u:p@localhost/x', PUBLIC_URL: 'https://hoest.example' })
        .secureCookies,
    ).toBe(true);
  });
});
