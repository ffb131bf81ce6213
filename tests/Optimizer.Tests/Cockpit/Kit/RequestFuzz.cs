using System.Text;
using Optimizer.Tests.Loops.Kit;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>Requests that nobody would send by mistake, by seed.</summary>
internal sealed class RequestFuzz(int seed)
{
    private static readonly string[] Methods = ["GET", "GET", "GET", "POST", "POST", "PUT", "HEAD", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"];

    private static readonly string[] Paths =
    [
        "/api/plays", "/api/plays/onboarding", "/api/plays/onboarding/history", "/api/plays/onboarding/tick", "/api/plays/onboarding/pause", "/api/plays/onboarding/resume",
        "/api/plays/onboarding/definition", "/api/plays/policy", "/api/experiments", "/api/experiments/onboarding-1", "/api/decisions/onboarding-1.2", "/api/reports", "/api/reports/playbook.md",
        "/api/audit", "/api/events", "/api/assignments", "/api/settings/onboarding", "/api/policy", "/api/freeze", "/api/unfreeze", "/health/live", "/health/ready", "/openapi/v1.json",
        "/api/approvals", "/api/approvals/onboarding-q1", "/api/approvals/onboarding-q1/links", "/api/approvals/delegations", "/api/approvals/delegations/x", "/api/me", "/api/tokens", "/api/tokens/x/rotate", "/a/x", "/a/AAAA.BBBB", "/", "/api", "/api/",
    ];

    private static readonly string[] Tails = ["", "", "", "/", "//", "/..", "/../..", "/%00", "/%2e%2e%2f", "/%F0%9F%98%80", "/%ED%A0%80", "/%ff", ";x=1", "%0d%0aX:1", "/'--", "/\u00e9", "/../../etc/passwd"];

    private static readonly string[] Queries =
    [
        "", "", "?limit=5", "?limit=-1", "?limit=99999999999999999999", "?cursor=YXVkaXQ6MQ", "?cursor=%00%01", "?cursor=" + "A", "?kind=kpi.read", "?kind=,,,", "?since=2026-01-01&until=1", "?stage=paused",
        "?experiment=onboarding-1&unit=u", "?experiment=%00&unit=%00", "?experiment=x&experiment=y&unit=z", "?replay=true", "?folder=../..", "?folder=%00", "?play=%F0%9F%98%80", "?since=0001-01-01T00:00:00%2B14:00", "?until=9999-12-31T23:59:59-14:00", "?&&==&=",
    ];

    private static readonly string[] HeaderNames =
    [
        "Idempotency-Key", "If-Match", "If-None-Match", "Accept", "Accept-Encoding", "X-HTTP-Method-Override", "X-Forwarded-For", "Content-Encoding", "Range", "Expect", "Cookie", "Host", "Upgrade", "X-Original-URL",
    ];

    private static readonly string[] HeaderValues =
    [
        "*", "\"x\"", "W/\"x\", \"y\",,", "k1", "k2", new('a', 300), "application/jsonl", "gzip", "bytes=0-1", "\u00e9", "DELETE", ",,,", "\0", "100-continue", "websocket", "\u2028", "/api/policy",
    ];

    private static readonly string[] Types = ["application/json", "application/json; charset=utf-8", "application/yaml", "application/x-ndjson", "text/plain", "application/json; charset=utf-7", "", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json;;;"];

    private static readonly string[] Bodies =
    [
        """{"why":"x"}""", "{}", "[]", "null", "7", "\"text\"", "{\"why\":null}", "{\"why\":\"\\ud800\"}", "{\"why\":\"\\u0000\"}", "{\"why\":1e999}", "{\"why\":[[[[]]]]}", "{", "", " ",
        """{"events":[{"id":"a","ts":"2026-01-04T12:00:00Z","exp_id":"onboarding-1","variant":"variant","event":"click","session_id":"u1"}]}""",
        """[{"id":"a","ts":"9999-99-99","exp_id":"","variant":null,"event":7,"session_id":"u1","value":-1e400}]""",
        """{"id":"b","ts":"2026-01-04T12:00:00Z","exp_id":"onboarding-1","variant":"variant","event":"click","session_id":"u1"}""" + "\nNaN\n\n{",
        PlayText.Of("onboarding"), PlayText.Of("another"), PolicyText.Full, "a: &a [*a, *a]\nb: *a", "%YAML 9.9\n---\n!!binary x", "\t- ]\n{", "---\n---\n---",
    ];

    private static readonly string[] Approvals =
    [
        """{"decision":"approve","payloadHash":"x","comment":"y"}""", """{"decision":"maybe"}""", """{"to":"ana@example.com","until":"2026-02-01T00:00:00Z"}""",
        """{"to":"","until":"0001-01-01T00:00:00+14:00"}""", """{"to":"x","expiresInMinutes":1e308}""", """{"name":"x","role":"god"}""", """{"graceHours":-1}""", "decision=approve&comment=%00", "decision=%ff",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The bytes of a request, and its first line.</summary>
    public (byte[] Bytes, string Line) Next(string? token)
    {
        var line = $"{One(Methods)} {Target()} HTTP/1.1";
        var head = new StringBuilder(line).Append("\r\nHost: localhost\r\n");
        if (token is not null)
        {
            head.Append("Authorization: ").Append(_random.Next(20) == 0 ? Mangled(token) : $"Bearer {token}").Append("\r\n");
        }

        if (_random.Next(3) == 0)
        {
            head.Append(One(HeaderNames)).Append(": ").Append(One(HeaderValues)).Append("\r\n");
        }

        var body = line[0] == 'P' || line[0] == 'B' && _random.Next(10) > 0 ? BodyOf() : [];
        if (body.Length > 0)
        {
            if (One(Types) is { Length: > 0 } type)
            {
                head.Append("Content-Type: ").Append(type).Append("\r\n");
            }

            head.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        return ([.. Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), .. body], line);
    }

    private string Target()
    {
        var target = One(Paths) + One(Tails) + One(Queries);
        return _random.Next(50) switch
        {
            0 => "http://localhost" + target,
            1 => target + "\0",
            2 => target.TrimStart('/'),
            3 => target + new string('a', _random.Next(5_000)),
            4 => target + "#part",
            5 => "//" + target,
            6 => target.Replace("api", "%61pi", StringComparison.Ordinal),
            _ => target,
        };
    }

    private byte[] BodyOf()
    {
        var bytes = Encoding.UTF8.GetBytes(One(_random.Next(4) == 0 ? Approvals : Bodies));
        switch (_random.Next(8))
        {
            case 0:
                return Encoding.UTF8.GetBytes(new string('[', _random.Next(1, 5_000)));
            case 1:
                // Cut off anywhere, so also inside a character.
                return bytes[.._random.Next(bytes.Length + 1)];
            case 2 when bytes.Length > 0:
                for (var change = 0; change < 3; change++)
                {
                    bytes[_random.Next(bytes.Length)] = (byte)_random.Next(256);
                }

                return bytes;
            case 3 when _random.Next(20) == 0:
                return new byte[_random.Next(70_000, 1_000_000)];
            default:
                return bytes;
        }
    }

    private string Mangled(string token) => "Bearer " + (_random.Next(3) switch { 0 => token[..^1], 1 => token + "0", _ => token.ToUpperInvariant() });

    private string One(string[] all) => all[_random.Next(all.Length)];
}
