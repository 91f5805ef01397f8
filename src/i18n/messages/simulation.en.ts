export const simulation = {};
