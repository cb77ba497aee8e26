import { Controller } from '@nestjs/common';
import { accessTokenRoutes } from '@hoest/contracts';
import { Call, type CallOf, Handle } from '../http/handle';
import { ownAccessTokens } from './access-token-row';
import { createAccessToken } from './create-access-token.use-case';
import { revokeAccessToken } from './revoke-access-token.use-case';

@Controller()
export class AccessTokensController {
  @Handle(accessTokenRoutes.listAccessTokens)
  async listAccessTokens(@Call() { tx }: CallOf<typeof accessTokenRoutes.listAccessTokens>) {
    return { items: await ownAccessTokens(tx) };
  }

  @Handle(accessTokenRoutes.createAccessToken)
  async createAccessToken(@Call() call: CallOf<typeof accessTokenRoutes.createAccessToken>) {
    return createAccessToken(call);
  }

  @Handle(accessTokenRoutes.revokeAccessToken)
  async revokeAccessToken(@Call() call: CallOf<typeof accessTokenRoutes.revokeAccessToken>) {
    return revokeAccessToken(call);
  }
}
