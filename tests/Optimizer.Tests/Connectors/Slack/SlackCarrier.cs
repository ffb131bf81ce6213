namespace Optimizer.Tests.Connectors.Slack;

/// <summary>Carries calls to a Slack that outlives the process which calls it.</summary>
internal sealed class SlackCarrier(FakeSlack slack) : DelegatingHandler(slack)
{
    protected override void Dispose(bool disposing)
    {
    }
}
