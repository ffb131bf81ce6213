using System.Text;
using Optimizer.Domain.Attribution;
using Optimizer.Workflows.Attribution;

namespace Optimizer.Tests.Workflows.Attribution;

[Trait("Req", "S3-046")]
public class EventReaderTests
{
    private const string Plain = """{"id":"e1","ts":"2026-03-01T09:15:00+01:00","exp_id":"x-1","variant":"control","event":"purchase","value":12.5,"session_id":"u1","path":"/a"}""";

    [Theory]
    [InlineData("+01:00", "\\u002B01:00")]
    [InlineData("\"ts\"", "\"\\u0074s\"")]
    [InlineData("\"/a\"", "\"\\/a\"")]
    [InlineData("u1", "\\u00751")]
    [InlineData("x-1", "x\\u002D1")]
    public void TryRead_TextThatIsEscaped_IsTheSameEvent(string plain, string escaped) =>
        Assert.Equal(Read(Plain), Read(Plain.Replace(plain, escaped, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"path\"", "\"url\"", "there is no field 'url'")]
    [InlineData("\"path\":\"/a\"", "\"id\":\"e2\"", "'id' stands there twice")]
    [InlineData("12.5", "NaN", "this is no JSON")]
    [InlineData("12.5", "\"12.5\"", "without quotes")]
    [InlineData("2026-03-01T09:15:00+01:00", "yesterday", "'yesterday' is no moment")]
    [InlineData("\"/a\"", "\"\\ud800\"", "not valid Unicode")]
    [InlineData("\"control\"", "7", "'variant' is no text")]
    public void TryRead_WhatIsWrong_IsNamed(string right, string wrong, string why)
    {
        Assert.False(new EventReader().TryRead(Encoding.UTF8.GetBytes(Plain.Replace(right, wrong, StringComparison.Ordinal)), out _, out var problem));
        Assert.Contains(why, problem.Why, StringComparison.Ordinal);
    }

    private static AttributionEvent Read(string text) =>
        new EventReader().TryRead(Encoding.UTF8.GetBytes(text), out var happened, out var problem) ? happened : throw new ArgumentException(problem.Why, nameof(text));
}
