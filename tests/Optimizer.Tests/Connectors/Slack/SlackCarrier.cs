namespace Optimizer.Tests.Connectors.Slack;

/// <summary>Carries calls to a Slack that outlives the process which calls it.</summary>
internal sealed class SlackCarrier(FakeSlack slack) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _to = new(slack, disposeHandler: false);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => _to.SendAsync(request, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        _to.Dispose();
        base.Dispose(disposing);
    }
}
