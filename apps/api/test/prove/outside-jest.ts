// Jest's words for what runs without Jest: suites are not run where they stand but kept, to be run as often as is asked.
export { expect } from 'expect';
