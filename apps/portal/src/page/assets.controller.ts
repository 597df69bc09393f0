import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '../../../api/src/identity/allowed';
import { passwordScript } from '../accounts/password-script';
import { style } from './style';

const FOR_A_YEAR = 'public, max-age=31536000, immutable';

@ApiExcludeController()
@Controller('portal')
@Open()
export class AssetsController {
  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', FOR_A_YEAR)
  style(): string {
    return style;
  }

  @Get('password.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('cache-control', FOR_A_YEAR)
  passwordScript(): string {
    return passwordScript;
  }
}
