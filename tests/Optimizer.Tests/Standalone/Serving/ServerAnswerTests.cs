using System.Net;
using System.Text.Json.Nodes;
using Optimizer.Standalone.Serving;

namespace Optimizer.Tests.Standalone.Serving;

public class ServerAnswerTests
{
    [Theory]
    [InlineData(200, null, 0)]
    [InlineData(202, null, 0)]
    [InlineData(400, "malformed", 2)]
    [InlineData(413, "too_large", 2)]
    [InlineData(422, "invalid", 2)]
    [InlineData(401, null, 3)]
    [InlineData(403, "cap_site", 3)]
    [InlineData(403, "approval_needed", 4)]
    [InlineData(404, "not_found", 5)]
    [InlineData(409, "play_stopped", 6)]
    [InlineData(412, "precondition_failed", 6)]
    [InlineData(428, "precondition_required", 6)]
    [InlineData(429, "too_many", 7)]
    [InlineData(500, null, 7)]
    [InlineData(503, null, 7)]
    public void ExitCode_OfAStatus_IsTheContracts(int status, string? code, int expected) =>
        Assert.Equal(expected, Answer(status, new JsonObject { ["code"] = code }).ExitCode);

    [Fact]
    public void Problem_WithFieldsAndRule_IsOneLineThatNamesThem() => Assert.Equal(
        "the definition cannot be used: kpis[0].key is missing; slug is no slug (invalid, rule r1)",
        Answer(422, JsonNode.Parse("""
            {"title": "T", "detail": "the definition cannot be used", "code": "invalid", "rule": "r1",
             "problems": [{"field": "kpis[0].key", "detail": "is missing"}, {"field": "slug", "detail": "is no slug"}]}
            """)).Problem);

    [Theory]
    [InlineData(500, null, "the server answered 500")]
    [InlineData(401, null, "the server does not know you: put a token into OPTIMIZER_TOKEN ('optimizer tokens create NAME --local' makes one)")]
    [InlineData(204, null, "")]
    public void Problem_WithoutABody_IsStillClear(int status, string? body, string expected) =>
        Assert.Equal(expected, Answer(status, body is null ? null : JsonNode.Parse(body)).Problem);

    private static ServerAnswer Answer(int status, JsonNode? body) => new((HttpStatusCode)status, body, null);
}
