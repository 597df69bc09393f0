import { connectionTo } from './connection';

describe('the connection to EventStoreDB', () => {
  it('says what is wrong with a connection string, and how to write one', () => {
    expect(() => connectionTo({ connectionString: 'http://localhost' })).toThrow(
      /connection string of EventStoreDB is wrong.*esdb:\/\/user:password@host:2113/,
    );
  });

  it('says when the authority file is not there', () => {
    const connectionString = 'esdb://localhost:2113';
    expect(() => connectionTo({ connectionString, tlsCaFile: '/no/such.pem' })).toThrow('File was not found');
    expect(() => connectionTo({ connectionString: `${connectionString}?tls=true`, tlsCaFile: '/no/such.pem' })).toThrow(
      'File was not found',
    );
  });

  it('prefers given credentials to those of the connection string', () => {
    const connectionString = 'esdb://one:secret@localhost:2113?tls=false';
    expect(connectionTo({ connectionString }).credentials).toEqual({});
    expect(connectionTo({ connectionString, username: 'two', password: 'other' }).credentials).toEqual({
      credentials: { username: 'two', password: 'other' },
    });
  });
});
