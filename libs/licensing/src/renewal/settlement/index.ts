export * from './events';
export * from './bill';
export * from './balance';
export * from './record-payment';
export * from './reverse-payment';
export * from './issue-credit';
