/** A made-up company of the sample. */
export interface SampleCustomer {
  readonly name: string;
  readonly zone: string;
  /** First one: the owner. All are contacts of its orders. */
  readonly people: readonly string[];
}

export const customers: readonly SampleCustomer[] = [
  { name: 'Northwind Imaging', zone: 'America/New_York', people: ['Alice Moreno', 'Ben Okafor'] },
  { name: 'Halden Logistics', zone: 'Europe/Berlin', people: ['Jonas Weber'] },
  { name: 'Brightwater Clinics', zone: 'America/Toronto', people: ['Priya Nair', 'Tom Ellery'] },
  { name: 'Kestrel Aerospace', zone: 'Europe/London', people: ['Harriet Cole'] },
  { name: 'Sakura Retail', zone: 'Asia/Tokyo', people: ['Emi Tanaka'] },
  { name: 'Oakline Libraries', zone: 'America/Chicago', people: ['Martha Quinn', 'Lee Park'] },
  { name: 'Delta Port Authority', zone: 'Europe/Amsterdam', people: ['Sanne de Vries'] },
  { name: 'Meridian Insurance', zone: 'Australia/Sydney', people: ['Oliver Grant'] },
  { name: 'Cobalt Robotics', zone: 'America/Los_Angeles', people: ['Nina Petrova'] },
  { name: 'Vega Pharmaceuticals', zone: 'Europe/Zurich', people: ['Luca Frei', 'Anna Keller'] },
  { name: 'Harbour Street Bank', zone: 'Europe/Dublin', people: ['Ciara Walsh'] },
  { name: 'Pinewood Schools', zone: 'America/Denver', people: ['Greg Larson'] },
  { name: 'Tamarind Foods', zone: 'Asia/Kolkata', people: ['Rohan Mehta'] },
  { name: 'Lumen Energy', zone: 'Europe/Paris', people: ['Claire Dubois', 'Hugo Martin'] },
  { name: 'Atlas Surveying', zone: 'America/Sao_Paulo', people: ['Beatriz Lima'] },
  { name: 'Foxglove Media', zone: 'Europe/London', people: ['Sam Whitfield'] },
];
