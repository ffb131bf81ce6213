using System.Text;
using Optimizer.Connectors.Notices;

namespace Optimizer.Tests.Connectors.Notices;

public class WebhookSignatureTests
{
    private const string Secret = "whsec_example";

    // printf '%s' '1767225600.{"id":"k"}' | openssl dgst -sha256 -hmac whsec_example
    private const string Right = "t=1767225600,v1=fbe1e3d491e811ee9a3c86e63ee23a4bc9c4da465f429addc38da394bf19d02b";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"k"}""");
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1767225600);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    [Fact]
    public void Of_Body_IsAsAnotherToolComputesIt() => Assert.Equal(Right, WebhookSignature.Of(Secret, At, Body));

    [Theory]
    [InlineData(Right, 0, true)]
    [InlineData(Right, 300, true)]
    [InlineData(Right, -300, true)]
    [InlineData(Right, 301, false)]
    [InlineData(Right, -301, false)]
    [InlineData("t=1767225601,v1=fbe1e3d491e811ee9a3c86e63ee23a4bc9c4da465f429addc38da394bf19d02b", 0, false)]
    [InlineData("t=1767225600,v1=fbe1e3d491e811ee9a3c86e63ee23a4bc9c4da465f429addc38da394bf19d02c", 0, false)]
    [InlineData("t=1767225600,v1=", 0, false)]
    [InlineData("t=99999999999999999999,v1=00", 0, false)]
    [InlineData("t=9223372036854775807,v1=00", 0, false)]
    [InlineData("v1=00", 0, false)]
    [InlineData("", 0, false)]
    public void IsRight_Header_HoldsForBodySecretAndTime(string header, int later, bool isRight) =>
        Assert.Equal(isRight, WebhookSignature.IsRight(Secret, header, Body, At.AddSeconds(later), Tolerance));

    [Fact]
    public void IsRight_OtherSecretOrBody_IsFalse()
    {
        Assert.False(WebhookSignature.IsRight("other", Right, Body, At, Tolerance));
        Assert.False(WebhookSignature.IsRight(Secret, Right, [.. Body, (byte)' '], At, Tolerance));
    }
}
