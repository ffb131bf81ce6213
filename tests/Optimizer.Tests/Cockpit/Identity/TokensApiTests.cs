using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Cockpit.Approvals;

namespace Optimizer.Tests.Cockpit.Identity;

public class TokensApiTests
{
    [Fact]
    public async Task Post_Admin_MakesATokenThatWorksAndIsToldOnce()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var admin = await kit.TokenAsync("root@example.com", Role.Admin, Seat.Ceo);

        var made = await kit.SendAsync("POST", "/api/tokens", admin, new { name = "ben@example.com", role = "approver", seat = "chief_of_staff" }, ("Idempotency-Key", "k1"));

        Assert.Equal(201, made.Status);
        var text = made.Field("token");
        Assert.Equal(("ben@example.com", "chief_of_staff"), ((await kit.SendAsync("GET", "/api/me", text)).Field("name"), made.Field("seat")));
        Assert.DoesNotContain(text, (await kit.SendAsync("GET", "/api/tokens", admin)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await kit.Loop.TrailAsync(), record => record.Text.Contains(text[^64..], StringComparison.Ordinal));
        Assert.Null(await kit.Served.Answers.FindAsync("root@example.com", "k1", default));
        Assert.Contains(await kit.Loop.EventsAsync<TokenIssued>(), each => each.Event.Principal.Name == "ben@example.com");
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Operator)]
    public async Task AnyRoute_OfALowerRole_Is403(Role role)
    {
        await using var kit = await AnswerKit.OpenAsync();
        var token = await kit.TokenAsync("low@example.com", role, Seat.Ceo);

        Assert.Equal(403, (await kit.SendAsync("GET", "/api/tokens", token)).Status);
        Assert.Equal(403, (await kit.SendAsync("POST", "/api/tokens", token, new { name = "x", role = "viewer" })).Status);
        Assert.Equal(403, (await kit.SendAsync("DELETE", "/api/tokens/000000000000", token)).Status);
        Assert.Equal(403, (await kit.SendAsync("POST", "/api/tokens/000000000000/rotate", token, new { })).Status);
    }

    [Theory]
    [InlineData("""{"name":"","role":"viewer"}""", 422)]
    [InlineData("""{"name":"loop","role":"viewer"}""", 422)]
    [InlineData("""{"name":"x\ny","role":"viewer"}""", 422)]
    [InlineData("""{"name":"x","role":"king"}""", 422)]
    [InlineData("""{"name":"x","role":"viewer","expiresAt":"2020-01-01T00:00:00Z"}""", 422)]
    [InlineData("""{"name":"ROOT@example.com","role":"viewer","program":true}""", 409)]
    public async Task Post_NonsenseOrANameThatIsTaken_IsRefused(string body, int status)
    {
        await using var kit = await AnswerKit.OpenAsync();
        var admin = await kit.TokenAsync("root@example.com", Role.Admin, Seat.Ceo);

        Assert.Equal(status, (await kit.SendAsync("POST", "/api/tokens", admin, body)).Status);
        Assert.Single(await kit.Served.Tokens.ListAsync(default));
    }

    [Fact]
    public async Task Rotate_WithGrace_LeavesTheOldSecretUntilThen_RevokedEndsBoth()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var admin = await kit.TokenAsync("root@example.com", Role.Admin, Seat.Ceo);
        var old = await kit.TokenAsync("ana@example.com");
        var id = old[4..16];

        var now = (await kit.SendAsync("POST", $"/api/tokens/{id}/rotate", admin, new { graceHours = 2 })).Field("token");
        Assert.Equal((200, 200), (await MeAsync(old), await MeAsync(now)));
        await kit.Loop.RunAsync(2 / 24.0);
        Assert.Equal((401, 200), (await MeAsync(old), await MeAsync(now)));
        Assert.Equal("revoked", (await kit.SendAsync("DELETE", $"/api/tokens/{id}", admin)).Word);
        Assert.Equal("revoked", (await kit.SendAsync("DELETE", $"/api/tokens/{id}", admin)).Word);
        Assert.Equal((401, 401), (await MeAsync(old), await MeAsync(now)));
        Assert.Equal((409, "not_valid"), Pair(await kit.SendAsync("POST", $"/api/tokens/{id}/rotate", admin, new { })));
        Assert.Equal((409, "last_admin"), Pair(await kit.SendAsync("DELETE", $"/api/tokens/{admin[4..16]}", admin)));
        Assert.Equal(404, (await kit.SendAsync("DELETE", "/api/tokens/nothing", admin)).Status);

        async Task<int> MeAsync(string token) => (await kit.SendAsync("GET", "/api/me", token)).Status;
        static (int, string) Pair(Answered answered) => (answered.Status, answered.Word);
    }

    [Fact]
    public async Task Failures_OfOneAddress_AreToldToWaitAndAuditedInAggregate_AValidTokenPasses()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var ana = await kit.TokenAsync("ana@example.com");
        var statuses = new List<int>();
        for (var times = 0; times < 40; times++)
        {
            statuses.Add((await kit.SendAsync("GET", "/api/me", $"opt_{times:D12}_{new string('0', 64)}")).Status);
        }

        Assert.Equal(30, statuses.Count(status => status == 401));
        Assert.Equal(10, statuses.Count(status => status == 429));
        Assert.Equal(200, (await kit.SendAsync("GET", "/api/me", ana)).Status);
        Assert.Equal(10, Assert.Single(await kit.Loop.EventsAsync<LoginsRefused>()).Event.Count);
    }
}
