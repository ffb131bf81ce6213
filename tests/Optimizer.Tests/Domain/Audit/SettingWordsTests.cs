using Optimizer.Domain.Audit;

namespace Optimizer.Tests.Domain.Audit;

public class SettingWordsTests
{
    [Theory]
    [InlineData("", "nothing")]
    [InlineData("\"Talk to sales\"", "\"Talk to sales\"")]
    [InlineData("""{"move":"short","text":"four words"}""", "\"four words\"")]
    [InlineData("""{"move":"short","text":"four words","version":2}""", "\"four words\", version 2")]
    [InlineData("""{"move":"short","text":4}""", """{"move":"short","text":4}""")]
    [InlineData("""{"other":1}""", """{"other":1}""")]
    [InlineData("{not json", "{not json")]
    [InlineData("""{"enabled":false,"weights":[0.5,0.5],"settings":[{"variable":"a","json":"1"},{"variable":"a","json":"{\"move\":\"m\",\"text\":\"two\"}"}]}""", "off: 1 against \"two\"")]
    [InlineData("""{"enabled":true,"settings":[3]}""", """{"enabled":true,"settings":[3]}""")]
    public void Of_Text_IsSaidInWordsOrAsItCame(string text, string said) => Assert.Equal(said, SettingWords.Of(text));
}
