import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Open } from '../../../api/src/identity/allowed';
import { style } from './style';

@ApiExcludeController()
@Controller('portal')
@Open()
export class AssetsController {
  @Get('style.css')
  async style(@Res() reply: FastifyReply): Promise<void> {
    await reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(style);
  }
}
