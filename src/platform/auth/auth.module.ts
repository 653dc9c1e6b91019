import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AccessGuard } from './access.js';
import { TokenVerifier, type TokenVerifierOptions } from './token-verifier.js';

/** Puts the access guard in front of every route of the application. */
@Module({})
export class AuthModule {
  static forRoot(options: Pick<TokenVerifierOptions, 'issuer' | 'audience'>): DynamicModule {
    return AuthModule.forVerifier(new TokenVerifier(options));
  }

  /** For tests, which verify against a key of their own. */
  static forVerifier(verifier: TokenVerifier): DynamicModule {
    return {
      module: AuthModule,
      global: true,
      providers: [
        { provide: TokenVerifier, useValue: verifier },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [TokenVerifier],
    };
  }
}
