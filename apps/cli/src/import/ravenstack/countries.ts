import { zone, type Zone } from '@renewals/licensing';

/** The countries of the format and the zone that an organization there is given. */
const zones = {
  US: 'America/New_York',
  UK: 'Europe/London',
  IN: 'Asia/Kolkata',
  AU: 'Australia/Sydney',
  DE: 'Europe/Berlin',
  CA: 'America/Toronto',
  FR: 'Europe/Paris',
} as const;

export type Country = keyof typeof zones;

export const countries = Object.keys(zones) as readonly Country[];

export function zoneOf(country: Country): Zone {
  return zone(zones[country]);
}
