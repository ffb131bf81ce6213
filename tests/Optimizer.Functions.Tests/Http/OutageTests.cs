using Azure;
using Microsoft.AspNetCore.Http;
using Moq;
using Optimizer.Domain.Identity;
using Optimizer.Functions.Composition;
using Optimizer.Functions.Tests.Kit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Functions.Tests.Http;

/// <summary>A storage that does not answer is the caller's to wait for, and no fault of theirs.</summary>
public class OutageTests
{
    [Theory]
    [InlineData(0, 503)]
    [InlineData(503, 503)]
    [InlineData(429, 503)]
    [InlineData(400, 500)]
    public async Task Request_WhileTheStorageFails_IsToldWhetherToTryAgain(int storage, int answer)
    {
        var plays = new Mock<IPlayStore>();
        plays.Setup(store => store.FindAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ThrowsAsync(new RequestFailedException(storage, "no secret-account.table.core.windows.net"));
        await using var kit = await HostKit.OpenAsync(world => world with { Plays = plays.Object });
        await using var cockpit = kit.Cockpit();
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Response.Body) = ("GET", "/api/plays/onboarding/definition", new MemoryStream());
        context.Request.Headers.Authorization = $"Bearer {await kit.TokenAsync(Role.Viewer)}";

        await cockpit.AnswerAsync(context);

        Assert.Equal(answer, context.Response.StatusCode);
        Assert.Equal("application/problem+json", context.Response.ContentType);
        context.Response.Body.Position = 0;
        Assert.DoesNotContain("secret-account", await new StreamReader(context.Response.Body).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Outage_OfTriesThatAllFailed_IsOne() => Assert.NotNull(HostServices.Outage(new AggregateException(new RequestFailedException(0, "x"), new RequestFailedException(503, "y"))));

    [Fact]
    public void Outage_OfAMistake_IsNone() => Assert.Null(HostServices.Outage(new InvalidOperationException("x")));
}
