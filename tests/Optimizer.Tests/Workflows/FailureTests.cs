using System.Text.Json;
using Optimizer.Workflows;

namespace Optimizer.Tests.Workflows;

public class FailureTests
{
    [Fact]
    public void Of_InnerExceptions_KeepsTheChain()
    {
        var failure = Failure.Of(new InvalidOperationException("outer", new TimeoutException("inner")));

        Assert.Equal(("System.InvalidOperationException", "outer"), (failure.Type, failure.Message));
        Assert.Equal(("System.TimeoutException", "inner"), (failure.Cause!.Type, failure.Cause.Message));
        Assert.True(failure.IsCausedBy<TimeoutException>());
        Assert.False(failure.IsCausedBy<ArgumentException>());
    }

    [Fact]
    public void Of_Data_KeepsTextKeysAsText()
    {
        var exception = new InvalidOperationException("limited") { Data = { ["retryAfter"] = 1.5, [42] = "no text key", ["none"] = null } };

        var details = Failure.Of(exception).Details!;

        Assert.Equal(["none", "retryAfter"], details.Keys.Order());
        Assert.Equal("1.5", details["retryAfter"]);
    }

    [Fact]
    public void Of_FailedStep_HasItsFailureBeneath()
    {
        var cause = new Failure("acme.refused", "no");

        Assert.Same(cause, Failure.Of(new StepFailedException("charge", cause)).Cause);
    }

    [Fact]
    public void Of_MessageThatThrows_StillGivesAFailure() =>
        Assert.Contains("could not be read", Failure.Of(new Unreadable()).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_EndlessChain_Ends()
    {
        Exception exception = new TimeoutException("innermost");
        for (var depth = 0; depth < 1000; depth++)
        {
            exception = new InvalidOperationException("outer", exception);
        }

        var count = 0;
        for (var failure = Failure.Of(exception); failure is not null; failure = failure.Cause)
        {
            count++;
        }

        Assert.InRange(count, 2, 100);
    }

    [Fact]
    public void Of_WhatNoAttemptMends_CannotBeRetried()
    {
        Assert.False(Failure.Of(new PayloadTooLargeException("it", 2, 1)).CanRetry);
        Assert.False(Failure.Of(new UnreadablePayloadException("it", typeof(int), new JsonException("bad"))).CanRetry);
        Assert.True(Failure.Of(new TimeoutException()).CanRetry);
    }

    [Fact]
    public void Failure_AsPayload_ComesBackEqual()
    {
        var failure = Failure.Of(new InvalidOperationException("outer", new TimeoutException("inner")) { Data = { ["key"] = "value" } });

        var back = Payload.Of(failure).Read<Failure>();

        Assert.Equal(failure with { Details = null }, back with { Details = null });
        Assert.Equal(failure.Details, back.Details);
    }

    private sealed class Unreadable : Exception
    {
        public override string Message => throw new NotSupportedException();
    }
}
