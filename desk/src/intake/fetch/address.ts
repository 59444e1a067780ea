import { BlockList, isIP } from 'node:net';

/** Networks that are nobody's on the public internet: our own machine, our own network, neighbours, clouds' own services, tunnels to these. */
const V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of the sixth version only what is handed out to the public is let through, less what leads back into the fourth. */
const V6_PUBLIC: readonly (readonly [string, number])[] = [['2000::', 3]];
const V6_NOT: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const listOf = (networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6') => {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
};

const [private4, public6, private6] = [listOf(V4, 'ipv4'), listOf(V6_PUBLIC, 'ipv6'), listOf(V6_NOT, 'ipv6')];

/** Whether an address is a machine of the public internet. What is no address is none. */
export const isPublic = (address: string): boolean => {
  const family = isIP(address);
  if (family === 4) return !private4.check(address, 'ipv4');
  return family === 6 && public6.check(address, 'ipv6') && !private6.check(address, 'ipv6');
};

/** The host of an address as a resolver wants it: without the brackets of the sixth version. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
