import { Controller } from '@nestjs/common';
import { documentRoutes } from '@hoest/contracts';
import { openApiDocument } from '@hoest/platform';
import { Call, type CallOf, Handle } from './handle';

@Controller()
export class DocumentController {
  private document: string | null = null;

  @Handle(documentRoutes.readOpenApi)
  async readOpenApi(@Call() { reply }: CallOf<typeof documentRoutes.readOpenApi>) {
    this.document ??= JSON.stringify(openApiDocument(), null, 2);
    reply.type('application/json; charset=utf-8');
    return Buffer.from(this.document);
  }
}
