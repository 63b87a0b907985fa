"""What a knowledge base is: frozen records and rules; standard library only."""
