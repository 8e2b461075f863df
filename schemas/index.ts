export * from './artifact.ts';
export * from './disclosure.ts';
export * from './document.ts';
export * from './extraction.ts';
export * from './place.ts';
export * from './relation.ts';
export * from './status.ts';
