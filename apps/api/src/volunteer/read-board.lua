-- How many volunteers of this line are in which state, now, and who of them speaks what; changes nothing. Rules VO8, LG4.
-- KEYS  seen
-- ARGV  tag
-- Says  counted   (then: free, offered, talking, breather, away; then of each language: its tag, how many are free, work)
local count = { free = 0, offered = 0, talking = 0, breather = 0, away = 0 }
local free, working = {}, {}
for _, id in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do
  local shift = redis.call('HMGET', ARGV[1] .. ':volunteer:' .. id, 'at', 'languages')
  local at = shift[1] == 'reserved' and 'offered' or shift[1]
  if at then count[at] = count[at] + 1 end
  for language in (at and at ~= 'away' and shift[2] or ''):gmatch('%l+') do
    free[language] = (free[language] or 0) + ((at == 'free' or at == 'offered') and 1 or 0)
    working[language] = (working[language] or 0) + 1
  end
end
local said = { 'counted', count.free, count.offered, count.talking, count.breather, count.away }
for language, many in pairs(working) do
  for _, one in ipairs({ language, free[language], many }) do said[#said + 1] = one end
end
return said
