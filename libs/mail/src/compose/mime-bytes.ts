import type MimeNode from 'nodemailer/lib/mime-node';
import * as base64 from 'nodemailer/lib/base64';
import * as quotedPrintable from 'nodemailer/lib/qp';

/**
 * A tree of quoted-printable texts and base64 files as the library's own `build` writes it with Windows line ends, at
 * once: the streams of `build` take longer than all the rest of a mail.
 */
export function bytesOf(root: MimeNode): Buffer {
  return Buffer.from(textOf(root).replace(/(?<!\r)\n/g, '\r\n'));
}

function textOf(node: MimeNode): string {
  const headers = node.buildHeaders();
  if (!node.boundary) return `${headers}\r\n\r\n${encoded(node.content)}`;
  const parts = node.childNodes.map((part) => `--${String(node.boundary)}\r\n${textOf(part)}\r\n`);
  return `${headers}\r\n\r\n${parts.join('')}--${node.boundary}--\r\n`;
}

function encoded(content: MimeNode['content']): string {
  return Buffer.isBuffer(content)
    ? base64.wrap(base64.encode(content))
    : quotedPrintable.wrap(quotedPrintable.encode(String(content)));
}
