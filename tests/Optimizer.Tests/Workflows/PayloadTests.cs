using System.Text.Json;
using Optimizer.Workflows;

namespace Optimizer.Tests.Workflows;

public class PayloadTests
{
    private enum Colour
    {
        Red,
        Blue,
    }

    [Fact]
    public void Read_WhatWasWritten_IsTheSame()
    {
        RoundTrips<string?>(null);
        RoundTrips("");
        RoundTrips("quotes \" and \0, עברית, 🚀");
        RoundTrips(None.Value);
        RoundTrips(double.NaN);
        RoundTrips(double.NegativeInfinity);
        RoundTrips(decimal.MaxValue);
        RoundTrips(new DateTimeOffset(2026, 2, 28, 23, 59, 59, 999, TimeSpan.FromHours(-7)));
        RoundTrips(Colour.Blue);
        Assert.Empty(Payload.Of(Array.Empty<int>()).Read<int[]>());
        Assert.Equal(new byte[] { 0, 255, 128 }, Payload.Of(new byte[] { 0, 255, 128 }).Read<byte[]>());
    }

    [Fact]
    public void ToString_NullEmptyAndNone_StayDistinct() => Assert.Equal(
        ["null", "\"\"", "[]", "{}"],
        new[] { Payload.Of<string?>(null), Payload.Of(""), Payload.Of(Array.Empty<int>()), Payload.Of(None.Value) }.Select(payload => payload.ToString()));

    [Fact]
    public void Of_Enums_AreNames() => Assert.Equal("\"Blue\"", Payload.Of(Colour.Blue).ToString());

    [Fact]
    public void Read_FieldsMoreOrLess_IsTolerant()
    {
        var payload = new Payload("{\"name\":\"Ann\",\"added\":1}"u8.ToArray());

        Assert.Equal(new("Ann", 0), payload.Read<Person>());
    }

    [Fact]
    public void ReadAs_AnotherType_SaysWhatDoesNotFit()
    {
        var fault = Assert.Throws<UnreadablePayloadException>(() => Payload.Of("text").ReadAs<int>("the input of 'charge'"));

        Assert.StartsWith("the input of 'charge' does not fit Int32", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Cycle_IsRefused()
    {
        var cycle = new List<object>();
        cycle.Add(cycle);

        Assert.IsType<JsonException>(Assert.Throws<UnreadablePayloadException>(() => Payload.Write(cycle, "it")).InnerException);
    }

    [Fact]
    public void Equals_ByText_NotByReference() => Assert.Equal(Payload.Of(new Person("Ann", 3)), Payload.Of(new Person("Ann", 3)));

    private static void RoundTrips<T>(T value) => Assert.Equal(value, Payload.Of(value).Read<T>());

    private sealed record Person(string Name, int Age);
}
