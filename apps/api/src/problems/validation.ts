import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldFault, InvalidFields } from './errors';

/** Checks what comes in against its class; fields that it does not name are refused. */
export function validation(): ValidationPipe {
  return new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new InvalidFields(errors.flatMap((error) => faultsOf(error, ''))),
  });
}

function faultsOf({ property, constraints = {}, children = [] }: ValidationError, parent: string): FieldFault[] {
  const field = `${parent}/${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  const own = Object.entries(constraints).map(([kind, message]) => ({
    field,
    message: sentence(kind, property, message),
  }));
  return [...own, ...children.flatMap((child) => faultsOf(child, field))];
}

function sentence(kind: string, property: string, message: string): string {
  if (kind === 'whitelistValidation') return `${property} is no field of this operation. Leave it out.`;
  return `${message}.`;
}
