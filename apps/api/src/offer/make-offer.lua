-- Holds the first waiting caller who is here for the longest idle volunteer who is here and fits. Rules OF1, OF2, I3, I5.
-- Who is here is what the leases say at this instant; standing in a set is not enough. All keys of a line share one tag.
-- KEYS  ready, free, offers, callersSeen, volunteersSeen
-- ARGV  notAfter, tag, offer, now, until, keepFor
-- Says  offered | nobody-waiting | nobody-free | nobody-fits | stale   (offered: then caller, volunteer)
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
local tag, id, now = ARGV[2], ARGV[3], tonumber(ARGV[4])
local function isHere(seen, who) return (tonumber(redis.call('ZSCORE', seen, who)) or 0) > now end
local function freeOnes()
  local here = {}
  for _, volunteer in ipairs(redis.call('ZRANGE', KEYS[2], 0, -1)) do
    if isHere(KEYS[5], volunteer) then here[#here + 1] = volunteer end
  end
  return here
end
local free, nth, here = nil, 0, 0
local caller = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
while caller do
  local record = tag .. ':caller:' .. caller
  if isHere(KEYS[4], caller) then
    here, free = here + 1, free or freeOnes()
    if #free == 0 then return 'nobody-free' end
    for _, volunteer in ipairs(free) do
      if (tonumber(redis.call('HGET', record, 'rest:' .. volunteer)) or 0) <= now then
        redis.call('ZREM', KEYS[1], caller)
        redis.call('ZREM', KEYS[2], volunteer)
        redis.call('ZADD', KEYS[3], ARGV[5], id)
        redis.call('HSET', record, 'at', 'offered', 'offer', id)
        redis.call('HSET', tag .. ':volunteer:' .. volunteer, 'at', 'offered', 'offer', id)
        redis.call('HSET', tag .. ':offer:' .. id, 'caller', caller, 'volunteer', volunteer, 'standsUntil', ARGV[5])
        redis.call('PEXPIRE', tag .. ':offer:' .. id, ARGV[6])
        return { 'offered', caller, volunteer }
      end
    end
  end
  nth = nth + 1
  caller = redis.call('ZRANGE', KEYS[1], nth, nth)[1]
end
return here == 0 and 'nobody-waiting' or 'nobody-fits'
